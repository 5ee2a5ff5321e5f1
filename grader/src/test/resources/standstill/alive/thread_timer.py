import threading

event = threading.Event()
threading.Timer(1, event.set).start()
event.wait()
