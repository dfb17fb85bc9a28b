env/bin/readinglist add "Dune" "Frank Herbert"
env/bin/readinglist finish 5 "Dune"
env/bin/readinglist
