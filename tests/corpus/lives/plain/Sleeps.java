/**
 * Sleeps.
 *
 * pattern: sleep
 * expect: lives
 */
class Sleeps {
    public static void main(String[] args) throws InterruptedException {
        Thread.sleep(3000);
    }
}
