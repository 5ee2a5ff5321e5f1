package procgrade.standstill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The picture of a standstill: who waits for whom. Those who do the same at the same place are one node, so that a program
 * of a hundred workers has a picture of three. The order is that of the standstill, so the same standstill always looks the
 * same.
 *
 * @param nodes what waits
 * @param edges who waits for whom
 */
public record WaitGraph(List<Node> nodes, List<Edge> edges) {
    /** More nodes than this would be no picture any more; what is left out is counted in the last one. */
    private static final int MOST_NODES = 12;

    private static final int NODES_THAT_NEED_NAMES = 3;
    private static final String NOBODY = "nobody is left for that";

    /**
     * One or more threads that do the same.
     *
     * @param title who: {@code master}, {@code workers 2 to 4}
     * @param doing what each of them does; empty for nobody
     * @param place the line, empty if it is not known
     */
    public record Node(String title, String doing, String place) {}

    /**
     * One waits for another.
     *
     * @param from index of the node that waits
     * @param to index of the node that could let it go on
     * @param inCircle whether that one, directly or not, waits for the first
     */
    public record Edge(int from, int to, boolean inCircle) {}

    /** Copies the lists. */
    public WaitGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * Draws a standstill.
     *
     * @param standstill what was proved
     * @return its picture
     */
    public static WaitGraph of(Standstill standstill) {
        return new Builder(standstill.waiting()).graph();
    }

    /** {@return the picture as text: names, and arrows at their left} */
    public List<String> text() {
        return new GraphText(this).lines();
    }

    /**
     * The picture as an SVG element, which can stand in an HTML page or be a file of its own. It takes its colours from the
     * CSS variables {@code --ink}, {@code --paper} and {@code --stuck} if there are any.
     *
     * @param id of the element, different for each in a page
     * @param caption what it shows, in one line
     * @return the element
     */
    public String svg(String id, String caption) {
        return new GraphSvg(this, id, caption).element();
    }

    List<Edge> to(int node) {
        return edges.stream().filter(edge -> edge.to() == node).toList();
    }

    List<Edge> from(int node) {
        return edges.stream().filter(edge -> edge.from() == node).toList();
    }

    /** On whom a node depends, by name. Empty if the arrows alone are easy to follow, and if there is nobody. */
    String namesOfTargets(int node) {
        if (nodes.size() < NODES_THAT_NEED_NAMES) {
            return "";
        }
        return Titles.list(from(node).stream()
                .map(edge -> nodes.get(edge.to()).title())
                .filter(title -> !title.equals(NOBODY))
                .toList());
    }

    /** Puts together what is alike. */
    private static final class Builder {
        private final List<List<Standstill.Waiting>> groups = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Integer, Set<Integer>> targets = new LinkedHashMap<>();
        private int left;

        Builder(List<Standstill.Waiting> waiting) {
            Map<List<Object>, List<Standstill.Waiting>> alike = new LinkedHashMap<>();
            for (Standstill.Waiting one : waiting) {
                List<Object> key = List.of(
                        one.doing(), one.place(), one.wakers(), one.process().startsWith("worker "));
                alike.computeIfAbsent(key, unused -> new ArrayList<>()).add(one);
            }
            for (List<Standstill.Waiting> group : alike.values()) {
                if (groups.size() < MOST_NODES) {
                    groups.add(group);
                } else {
                    left += group.size();
                }
            }
        }

        WaitGraph graph() {
            for (List<Standstill.Waiting> group : groups) {
                Standstill.Waiting first = group.get(0);
                List<String> titles = group.stream()
                        .map(Standstill.Waiting::process)
                        .distinct()
                        .toList();
                String title = titles.size() == 1 ? titles.get(0) : Titles.together(titles);
                nodes.add(new Node(
                        title, titles.size() == 1 ? first.doing() : Doing.forSeveral(first.doing()), first.place()));
            }
            for (int i = 0; i < groups.size(); i++) {
                targets.put(i, targetsOf(i));
            }
            addNobody();
            if (left > 0) {
                nodes.add(new Node("and " + left + " more", "", ""));
            }
            List<Edge> edges = new ArrayList<>();
            targets.forEach((from, all) ->
                    all.stream().sorted().forEach(to -> edges.add(new Edge(from, to, reaches(to, from)))));
            return new WaitGraph(nodes, edges);
        }

        private Set<Integer> targetsOf(int from) {
            Set<Integer> found = new HashSet<>();
            for (long pid : groups.get(from).get(0).wakers()) {
                for (int to = 0; to < groups.size(); to++) {
                    boolean has = groups.get(to).stream().anyMatch(one -> one.pid() == pid);
                    if (has && isWaker(pid, from, to)) {
                        found.add(to);
                    }
                }
            }
            return found;
        }

        /** A process may have several threads that wait. One that waits for another process does not wait for itself. */
        private boolean isWaker(long pid, int from, int to) {
            boolean severalNodes = groups.stream()
                            .filter(group -> group.stream().anyMatch(one -> one.pid() == pid))
                            .count()
                    > 1;
            return from != to || !severalNodes;
        }

        private void addNobody() {
            List<Integer> alone = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                if (targets.get(i).isEmpty()) {
                    alone.add(i);
                }
            }
            if (!alone.isEmpty()) {
                int nobody = nodes.size();
                nodes.add(new Node(NOBODY, "", ""));
                alone.forEach(from -> targets.put(from, Set.of(nobody)));
            }
        }

        private boolean reaches(int from, int to) {
            Set<Integer> seen = new HashSet<>();
            List<Integer> open = new ArrayList<>(List.of(from));
            while (!open.isEmpty()) {
                int next = open.remove(open.size() - 1);
                if (next == to) {
                    return true;
                }
                if (seen.add(next)) {
                    open.addAll(targets.getOrDefault(next, Set.of()));
                }
            }
            return false;
        }
    }
}
