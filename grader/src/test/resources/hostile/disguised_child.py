"""Leaves a process that calls itself what a virtual machine has for a moment."""

import subprocess

subprocess.Popen(["jspawnhelper", "99"], executable="/bin/sleep")
