"""Selects with a time limit.

pattern: polling
expect: lives
"""
import os
import select

reader, writer = os.pipe()
for _ in range(3):
    select.select([reader], [], [], 0.9)
