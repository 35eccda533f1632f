/** The program of a Python that can import nbformat and jupyter_core. Installs Debian's if there is none; throws if that fails. */
export function pythonPath(): string
