"""Executes a notebook from top to bottom and writes it, outputs and all, to another file.

usage: execute.py NOTEBOOK OUT SECONDS

The kernel is the one that the notebook names, found as Jupyter finds kernels. Exit code 1, with the cell and its error, if a
cell fails or the whole takes longer than SECONDS. What means nothing to a reader and differs from machine to machine (times of
execution, terminal colours, the folder's absolute path, the Java version) is left out of OUT.
"""

import pathlib
import re
import sys
import time

import nbformat
from nbclient.exceptions import CellExecutionError, CellTimeoutError
from nbconvert.preprocessors import ExecutePreprocessor

KERNELSPEC = {"name": "rapaio-jupyter-kernel", "display_name": "Java (rapaio)", "language": "java"}
LANGUAGE = {"name": "java", "file_extension": ".java", "mimetype": "text/x-java-source"}
COLOUR = re.compile("\x1b\\[[0-9;]*m")
START_SECONDS = 60


def execute(notebook, folder, seconds):
    deadline = time.monotonic() + seconds
    execution = ExecutePreprocessor(
        timeout_func=lambda cell: max(1, int(deadline - time.monotonic())),
        startup_timeout=START_SECONDS,
        record_timing=False,
    )
    execution.preprocess(notebook, {"metadata": {"path": str(folder)}})


def tidy(notebook, folder):
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNELSPEC, "language_info": LANGUAGE})
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                output.text = COLOUR.sub("", output.text).replace(f"{folder}/", "").rstrip("\n") + "\n"


def main():
    source, target, seconds = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    folder = source.resolve().parent
    notebook = nbformat.read(source, as_version=4)
    started = time.monotonic()
    try:
        execute(notebook, folder, seconds)
    except CellTimeoutError as error:
        sys.exit(f"{source.name}: took longer than {seconds} s\n{error}")
    except CellExecutionError as error:
        sys.exit(f"{source.name}: a cell failed\n{COLOUR.sub('', str(error))}")
    tidy(notebook, folder)
    nbformat.write(notebook, target)
    print(f"{source.name}: {time.monotonic() - started:.0f} s, {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
