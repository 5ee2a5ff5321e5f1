package procgrade.multiprocessing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Kills the children that a failed test left behind: the virtual machine of the tests would wait for them at its end. */
final class EndsChildren implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        Process.activeChildren().forEach(Process::kill);
    }
}
