"""What a process that shows pages need not hold."""

import subprocess
import sys

LOADED = """
import sys
import lles.site.wsgi
from django.urls import get_resolver
get_resolver().url_patterns, get_resolver().reverse_dict
print(sorted({name.partition('.')[0] for name in sys.modules}))
"""


def test_the_libraries_that_read_pdf_are_loaded_with_the_first_file_alone() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert "'lles'" in done.stdout
    assert "'django'" in done.stdout
    for library in ("pikepdf", "pypdfium2", "typst"):
        assert f"'{library}'" not in done.stdout
