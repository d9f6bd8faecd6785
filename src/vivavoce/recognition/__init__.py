"""Recognition: from blocks and what conventions propose to whose each stretch is.

In the order of the work: `document` cuts blocks into lines, with the grammar of `label`; `entries`
and `vocabulary` decide which labels are speakers; `questions` and `answers` supply what is printed
without a label; `judge` states the evidence, `labelled` says whether the labels alone are a talk
and `combine` decides; `flow` lets the talk run on past the `asides` and `pullquotes` that nobody
says. `corrections` are the editor's last word.
"""
