package procgrade.lecture7;

import java.io.Serializable;
import java.util.Arrays;

/** A list of numbers at 4 bytes each; an {@code ArrayList<Integer>} takes 20 and leaves work for the collector. */
final class IntList implements Serializable {
    private static final long serialVersionUID = 1;

    private int[] numbers = new int[16];
    private int size;

    /** A list of these numbers. */
    static IntList of(int... numbers) {
        IntList list = new IntList();
        list.addAll(numbers);
        return list;
    }

    int size() {
        return size;
    }

    /** The number at the index, which must be less than the size. */
    int get(int index) {
        return numbers[index];
    }

    int last() {
        return numbers[size - 1];
    }

    void add(int number) {
        makeRoom(1);
        numbers[size] = number;
        size = size + 1;
    }

    void addAll(int[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, numbers, size, more.length);
        size = size + more.length;
    }

    void removeLast() {
        size = size - 1;
    }

    void sort() {
        Arrays.sort(numbers, 0, size);
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    /** The last {@code count} numbers, or all if there are fewer. */
    int[] lastOnes(int count) {
        return Arrays.copyOfRange(numbers, Math.max(size - count, 0), size);
    }

    private void makeRoom(int count) {
        if (size + count > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(size + count, numbers.length + numbers.length / 2));
        }
    }
}
