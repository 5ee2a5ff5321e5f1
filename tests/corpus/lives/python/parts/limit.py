"""Part of alarm_in_a_module.py."""
import signal


def limit(seconds):
    signal.alarm(seconds)
