-- A custom reader for pandoc: published interviews, read by vivavoce.
--
--   pandoc -f vivavoce.lua page.html -o page.epub
--
-- pandoc's own HTML reader drops the attributes of paragraphs and the elements cite and time, by
-- which many pages tell who speaks. This reader hands the text to the program vivavoce, which reads
-- the page itself, and takes pandoc's document from it. The program is looked for on the path; the
-- variable VIVAVOCE names another.

local PROGRAM = os.getenv("VIVAVOCE") or "vivavoce"

local FORMATS = {
  html = "html", htm = "html", xhtml = "html", md = "markdown", markdown = "markdown",
  txt = "txt", vtt = "vtt", srt = "srt", json = "json",
}

local function format_of(name, text)
  local suffix = name:match("%.(%w+)$")
  if suffix and FORMATS[suffix:lower()] then
    return FORMATS[suffix:lower()]
  end
  return text:match("^%s*<") and "html" or "markdown"
end

local function document_of(source)
  local arguments = { "convert", "--from", format_of(source.name, source.text), "--to", "pandoc", "-" }
  local done, result = pcall(pandoc.pipe, PROGRAM, arguments, source.text)
  if done then
    return pandoc.read(result, "json")
  end
  if type(result) == "table" and result.error_code and result.error_code ~= 127 then
    error("vivavoce could not read " .. (source.name ~= "" and source.name or "the input"))
  end
  error("the program " .. PROGRAM .. " was not found; install vivavoce, as its README tells, or name the program in VIVAVOCE")
end

function Reader(sources)
  local blocks, meta = pandoc.List(), nil
  for _, source in ipairs(sources) do
    local document = document_of(source)
    blocks:extend(document.blocks)
    meta = meta or document.meta
  end
  return pandoc.Pandoc(blocks, meta)
end
