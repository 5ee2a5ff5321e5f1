import java.util.ArrayList;
import java.util.List;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;

/**
 * Three processes in a ring; each gets from its left before it puts to its right.
 *
 * pattern: get on an empty queue
 * expect: DEADLOCK
 */
class RingOfQueues {
    static void member(Queue<Integer> left, Queue<Integer> right) {
        right.put(left.get() + 1);
    }

    public static void main(String[] args) {
        List<Queue<Integer>> queues = List.of(new Queue<>(), new Queue<>(), new Queue<>());
        List<Process> members = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            members.add(new Process(RingOfQueues::member, queues.get(i), queues.get((i + 1) % 3)).start());
        }
        members.forEach(Process::join);
    }
}
