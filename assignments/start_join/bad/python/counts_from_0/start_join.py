# Numbers the steps from 0, as range does, and not from 1.
# expect: prints_the_steps_of_both_in_order WRONG_OUTPUT
# expect: main_ends_last_whoever_has_more_steps SKIPPED
# expect: the_task_is_a_child_process SKIPPED
# expect: both_go_on_at_the_same_time SKIPPED
# expect: main_waits_without_asking_again_and_again SKIPPED
# expect: every_process_ends_with_exit_code_0_and_none_is_left SKIPPED
"""Two processes that do their steps at the same time."""

import multiprocessing
import sys
import time


def steps(who, count, milliseconds):
    for i in range(0, count):
        time.sleep(milliseconds / 1000)
        print("%s: step %d of %d" % (who, i, count))


if __name__ == "__main__":
    # as in the lecture: the new process begins as a duplicate of this one
    multiprocessing.set_start_method("fork")
    # each line leaves its process when it is printed, and as a whole, so that those of several processes do not mix
    sys.stdout.reconfigure(line_buffering=True, write_through=False)
    mainSteps = int(sys.argv[1])
    taskSteps = int(sys.argv[2])
    milliseconds = int(sys.argv[3])

    task = multiprocessing.Process(target=steps, args=("task", taskSteps, milliseconds))
    task.start()
    # start has returned at once: from here on both are at work
    steps("main", mainSteps, milliseconds)
    task.join()
    print("main: the task has ended")
