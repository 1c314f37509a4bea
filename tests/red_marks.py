"""A Word file → the same with red marks, as an office sends it back: for the page on reviews.

python3 red_marks.py SENT.docx BACK.docx "old text=new text=comment" …
"""

import re
import sys
import zipfile

WHO = 'w:author="Văn phòng" w:date="2026-01-12T08:00:00Z"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def struck(document: str, old: str, new: str, key: int, has_comment: bool) -> str:
    """The document with one text replaced while changes are tracked."""
    run = next(
        found
        for found in re.finditer(r"<w:r>(?:(?!</w:r>).)*?<w:t[ >].*?</w:t></w:r>", document)
        if old in found[0]
    )
    look = re.search(r"<w:rPr>.*?</w:rPr>", run[0])
    text = re.sub(r"<[^>]+>", "", run[0])
    before, after = text.split(old, 1)

    def typed(text: str, tag: str = "t") -> str:
        looks = look[0] if look else ""
        return f'<w:r>{looks}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>' if text else ""

    marked = (
        f'<w:del w:id="{key}" {WHO}>{typed(old, "delText")}</w:del>'
        f'<w:ins w:id="{key + 1}" {WHO}>{typed(new)}</w:ins>'
    )
    if has_comment:
        marked = (
            f'<w:commentRangeStart w:id="{key}"/>{marked}<w:commentRangeEnd w:id="{key}"/>'
            f'<w:r><w:commentReference w:id="{key}"/></w:r>'
        )
    return document.replace(run[0], typed(before) + marked + typed(after), 1)


def main(sent: str, back: str, *changes: str) -> None:
    """Write the file that comes back."""
    with zipfile.ZipFile(sent) as package:
        parts = {name: package.read(name).decode("latin-1") for name in package.namelist()}
    document = parts["word/document.xml"].encode("latin-1").decode()
    comments = ""
    for key, change in enumerate(changes):
        old, new, comment = (change + "=").split("=")[:3]
        document = struck(document, old, new, 9000 + 2 * key, bool(comment))
        said = f"<w:p><w:r><w:t>{comment}</w:t></w:r></w:p>"
        comments += f'<w:comment w:id="{9000 + 2 * key}" {WHO}>{said}</w:comment>'
    parts["word/document.xml"] = document.encode().decode("latin-1")
    parts["word/comments.xml"] = f"<w:comments {W}>{comments}</w:comments>".encode().decode(
        "latin-1"
    )
    for name, end, more in (
        ("[Content_Types].xml", "</Types>",
         f'<Override PartName="/word/comments.xml" ContentType="{TYPE}"/>'),
        ("word/_rels/document.xml.rels", "</Relationships>",
         f'<Relationship Id="rIdComments" Type="{KIND}" Target="comments.xml"/>'),
    ):  # fmt: skip
        parts[name] = parts[name].replace(end, more + end)
    with zipfile.ZipFile(back, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text.encode("latin-1"))


if __name__ == "__main__":
    main(*sys.argv[1:])
