"""Say what a comment or another line outside the fences hides from the tests."""

import difflib
import re

from twicetold.base.fault import did_you_mean

_INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_QUOTED = re.compile(r"\s*>[>\s]*(`{3}|~{3})")
_CODE_TAG = re.compile(
    r"<(pre|code|samp|textarea|iframe|xmp|listing|plaintext|object|embed)\b", re.I
)
_INLINE_TAG = re.compile(r"<(code|samp)>[^<]*</\1>", re.I)
_TEMPLATE = re.compile(r"\{%.*?%\}")
_HEADS = (
    *("pytest-codeblocks:expected-output", "pytest-codeblocks:importorskip"),
    *("pytest.mark.skipif", "pytest.mark.skip", "pytest.mark.once", "pytest.mark.timeout"),
)
_WORDS = ("pytest", "codeblocks", "skipif", "importorskip", "skipfile", "xfail")
_LIKE_A_MARK = re.compile(r"\b(mark\.\w|(skip|once|timeout)\s*\(|expected[-_ ]?output)", re.I)
_KEYWORDS = {
    "skipfile": "no page is left out of the tests: take it out",
    "skip": 'write <!--pytest.mark.skip(reason="why")-->',
    "skipif": 'write <!--pytest.mark.skipif(condition, reason="why")-->',
    "cont": "each program is a process of its own: write it in a file of its own",
    "expected-output-ignore-whitespace": "an output is held to the byte: expected-output",
    "expect-error": "show the program failing: ```pytb above its output",
    "expect-exception": "show the program failing: ```pytb above its output",
}


def bare(line: str) -> str:
    """Return a line of text without its inline code."""
    return _INLINE_CODE.sub("", line)


def problem(line: str) -> str:
    """Return what is wrong with a line of text, or nothing.

    Args:
        line: without its inline code.
    """
    if _QUOTED.match(line):
        return "a fence in a quotation is not read; write it outside quotes"
    if line.lstrip().startswith("~~~"):
        return "write ``` for a fence, not ~~~"
    if "```" in line or "~~~" in line:
        return "a fence begins on a line of its own, with nothing before it"
    if match := _CODE_TAG.search(_INLINE_TAG.sub("", line)):
        return f"code in <{match[1]}> is not run; write it as a ``` fence that embeds a snippet"
    if match := _TEMPLATE.search(line):
        return f"{match[0]} is published as it is: no template is filled in here; take it out"
    return ""


def of_comment(comment: str) -> str:
    """Return why a comment that is no mark looks like one, or nothing.

    Args:
        comment: what is between `<!--` and `-->`.
    """
    text = comment.strip("- \t\n")
    words = re.findall(r"[a-z]+", text.lower())
    near = any(difflib.get_close_matches(word, _WORDS, 1, 0.8) for word in words)
    if not near and not _LIKE_A_MARK.search(text):
        return ""
    head = re.match(r"[\w.:-]*", text)
    hint = did_you_mean(head[0] if head else "", _HEADS)
    return f"nothing heeds this mark: <!--{text.split(chr(10))[0]}-->{hint}"


def of_keyword(keyword: str) -> str:
    """Return why pytest-codeblocks' keyword is not used here, or nothing.

    Args:
        keyword: what is behind `pytest-codeblocks:`.
    """
    if keyword == "expected-output" or re.fullmatch(r"importorskip\(.*\)", keyword):
        return ""
    name = keyword.partition("(")[0].strip()
    known = ("expected-output", "importorskip")
    advice = (
        _KEYWORDS.get(name) or f"there are {' and '.join(known)}{did_you_mean(name, known)}"
    )
    return f"pytest-codeblocks:{keyword} is not used here; {advice}"
