-- Reads the texts on standard input, with NULs between, and prints a line of pandoc's JSON for each.
for text in (io.read("a") .. "\0"):gmatch("([^\0]*)\0") do
  print(pandoc.write(pandoc.read(text, arg[1]), "json"))
end
