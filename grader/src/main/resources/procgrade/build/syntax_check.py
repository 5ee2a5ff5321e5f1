"""Checks the syntax of a Python program without running it: syntax_check.py FOLDER FILE

Compiles FILE and the modules of FOLDER that it imports, and writes what it found as lines of fields between tabs:
version MAJOR MINOR, executable FILE, prefix FOLDER, hides FILE, error FILE LINE TYPE MESSAGE, text LINE.
Runs with the options -I and -S, under any Python 3. Each line is written at once: some sources crash the parser.
"""
import ast
import os
import sys

MEMORY = 1 << 30
COLUMNS = 200


def printable(field):
    return "".join(letter if letter.isprintable() else " " for letter in str(field))


def tell(*fields):
    sys.stdout.buffer.write("\t".join(map(printable, fields)).encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def limit_memory():
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # the caller's time limit remains


def modules(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            for alias in node.names:
                yield node.module + "." + alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.name


def files_of(module):
    path = module.replace(".", "/")
    return [path + ".py", path + "/__init__.py"]


def report(file, fault):
    line = getattr(fault, "lineno", None) or 1
    column = getattr(fault, "offset", None) or 1
    message = str(getattr(fault, "msg", None) or fault)
    tell("error", file, line, type(fault).__name__, shortened(message))
    text = getattr(fault, "text", None)
    if text:
        shown = text.rstrip("\r\n").replace("\t", " ")
        indent = len(shown) - len(shown.lstrip())
        before = min(column, len(shown) + 1) - 1 - indent
        tell("text", shortened(shown[indent:]))
        if before <= COLUMNS:
            tell("text", " " * before + "^")


def shortened(text):
    return text if len(text) <= COLUMNS else text[:COLUMNS] + "..."


def require_encoding(content):
    """compile() takes any byte in a comment, but not the interpreter when it runs the file."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        import io
        import tokenize

        try:
            content.decode(tokenize.detect_encoding(io.BytesIO(content).readline)[0])
        except (SyntaxError, LookupError, ValueError):
            error = SyntaxError(str(fault))
            error.lineno = content.count(b"\n", 0, fault.start) + 1
            raise error


def check(folder, main):
    waiting, seen = [main], {main}
    while waiting:
        file = waiting.pop(0)
        try:
            with open(os.path.join(folder, file), "rb") as source:
                content = source.read()
            require_encoding(content)
            tree = ast.parse(content, file)
            compile(tree, file, "exec", dont_inherit=True)
            imported = [other for module in modules(tree) for other in files_of(module)]
        except Exception as fault:  # parser and codecs raise more than they document
            report(file, fault)
            continue
        for other in imported:
            if other not in seen and os.path.isfile(os.path.join(folder, other)):
                seen.add(other)
                waiting.append(other)


def hidden_modules(folder):
    known = getattr(sys, "stdlib_module_names", ("multiprocessing", "queue", "time", "sys", "os", "random", "math"))
    return [name for name in sorted(os.listdir(folder)) if os.path.splitext(name)[0] in known and name.endswith(".py")]


limit_memory()
tell("version", sys.version_info[0], sys.version_info[1])
if sys.executable:
    tell("executable", sys.executable)
tell("prefix", sys.base_prefix)
if sys.version_info >= (3, 8):
    for name in hidden_modules(sys.argv[1]):
        if name != sys.argv[2]:
            tell("hides", name)
    check(sys.argv[1], sys.argv[2])
