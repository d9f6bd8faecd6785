-- Converts each text on standard input, which ends with a NUL, and prints a NUL after what it makes.
for text in io.read("a"):gmatch("([^\0]*)\0") do
  io.write(pandoc.write(pandoc.read(text, arg[1]), arg[2]), "\0")
end
