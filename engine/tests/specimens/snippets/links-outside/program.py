from pathlib import Path

link = Path("link")
link.unlink(missing_ok=True)
link.symlink_to(Path.cwd().anchor)
link.joinpath("left-by-a-specimen").write_text("")
