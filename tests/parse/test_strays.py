"""Files that nothing reads: the remedy says how the file has to be called, or who has to let it be read."""

from __future__ import annotations

import pytest

from drawing import BASE, found, parsed
from shelfready.model.files import RawFile, Trouble

RECORD = BASE["content/topics/piece.yml"]


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        pytest.param("content/drafts/new.markdown", "Rename it to content/drafts/new.md.", id="another ending"),
        pytest.param("content/drafts/new.md.txt", "Rename it to content/drafts/new.md.", id="an ending of Windows"),
        pytest.param("content/topics/new.yml.txt", "Rename it to content/topics/new.yml.", id="for records, too"),
        pytest.param("content/topics/Big New.yaml", "Rename it to content/topics/big-new.yml.", id="a fit name"),
        pytest.param("content/topics/größe.yaml", "Rename it to content/topics/grosse.yml.", id="without its dots"),
        pytest.param("content/topics/new.md", "Move it to content/drafts/new.md.", id="a draft among the records"),
        pytest.param("content/drafts/new.yml", "Move it to content/topics/new.yml.", id="a record among the drafts"),
        pytest.param("content/drafts/sub/new.md", "Move it to content/drafts/new.md.", id="a folder of its own"),
        pytest.param(
            "content/drafts/new.docx", "Save it as plain text (UTF-8) in content/drafts/new.md.", id="a Word document"
        ),
        pytest.param(
            "content/drafts/piece (1).md", "Remove it, or move its words there.", id="a second copy of a draft"
        ),
        pytest.param(
            "content/drafts/Big Plan.md", "Rename it to content/drafts/big-plan.md, or remove it.", id="unfit"
        ),
        pytest.param("content/drafts/plan.md", "Write content/topics/plan.yml, or remove the draft.", id="no record"),
        pytest.param(
            "content/drafts/door.PNG", "Move it to content/drafts/images/, with its ending in small letters.", id="png"
        ),
        pytest.param("content/list.csv", "Move it out of content/.", id="a table"),
    ],
)
def test_the_remedy_names_the_right_place(path: str, fix: str) -> None:
    assert [(d.place.path, d.fix) for d in found({path: "x\n"})] == [(path, fix)]


@pytest.mark.parametrize(
    ("record", "draft", "fix"),
    [
        pytest.param("doors", "Doors", "Rename it to content/drafts/doors.md.", id="capitals in the draft's name"),
        pytest.param(
            "Doors", "doors", "Rename content/topics/Doors.yml to content/topics/doors.yml.", id="in the record's"
        ),
        pytest.param("open-doors", "open-door", "Rename it to content/drafts/open-doors.md.", id="a slip"),
    ],
)
def test_a_draft_and_a_record_that_belong_together(record: str, draft: str, fix: str) -> None:
    diagnostics = found({f"content/topics/{record}.yml": RECORD, f"content/drafts/{draft}.md": "x\n"})
    assert [d.fix for d in diagnostics if d.code == "LOD009"] == [fix]


@pytest.mark.parametrize("path", ["content/drafts/piece.md", "content/topics/piece.yml", "content/topics", "docs"])
def test_what_may_not_be_read_is_told_with_its_own_remedy(path: str) -> None:
    assert ("LOD001", path, "this path is not readable for this user") in {
        (d.code, d.place.path, d.message) for d in found({path: RawFile(path, trouble=Trouble.DENIED)})
    }


def test_a_locked_content_folder_is_one_finding_and_no_missing_desk() -> None:
    faults = parsed({"content": RawFile("content", trouble=Trouble.DENIED)}).faults
    assert [(f.code, f.message) for f in faults] == [("LOD001", "content/ is not readable for this user")]
