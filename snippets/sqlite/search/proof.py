from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st
from notes import connect
from search import search
from slow import slow_search

PIECES = [*"ab1 é.,-_\"'*:^()+{}\0", "AND", "OR", "NOT", "NEAR", "text"]
INSERT = "INSERT INTO notes VALUES (?, ?)"
pieces = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
signs = st.integers(0, 0xD7FF).map(chr)
anything = st.lists(signs, max_size=6).map("".join)
bounded = settings(
    derandomize=True, database=None, deadline=None, max_examples=60
)


@bounded
@given(anything | pieces)
def no_text_is_an_error(text):
    answers.append(search(con, text))


@bounded
@given(st.lists(pieces, min_size=1, max_size=3), pieces)
def the_hits_are_those_of_a_slow_search(notes, text):
    con.execute("DELETE FROM notes")
    con.executemany(INSERT, enumerate(notes, 1))
    fast = sorted(number for number, _ in search(con, text))
    assert fast == slow_search(notes, text)
    hits.extend(fast)


answers, hits = [], []
with closing(connect(":memory:")) as con:
    no_text_is_an_error()
    the_hits_are_those_of_a_slow_search()
print("more than 10 texts, no error:", len(answers) > 10)
print("more than 10 hits, the same: ", len(hits) > 10)
