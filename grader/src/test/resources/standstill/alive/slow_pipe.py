import subprocess

child = subprocess.Popen(["sh", "-c", "for i in 1 2 3; do sleep 0.3; echo $i; done"], stdout=subprocess.PIPE)
for line in child.stdout:
    pass
