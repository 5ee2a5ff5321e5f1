import subprocess

subprocess.call(["sleep", "1"])
