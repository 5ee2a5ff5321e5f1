package procgrade.collect;

import java.util.Set;
import procgrade.submission.EnvironmentFault;
import procgrade.submission.SubmissionFault;

/** Brings hand-ins out of the archive of a class to where their origins say. Of a finished batch nothing is unpacked. */
@FunctionalInterface
public interface Unpacking {
    /**
     * Unpacks some hand-ins. Those that can be read where they are need not be: for them it does nothing.
     *
     * @param keys of the hand-ins; no copies are made of others
     * @throws SubmissionFault if the class cannot be read any more, or is not what it was when it was collected
     * @throws EnvironmentFault if a copy cannot be written
     */
    void unpack(Set<String> keys);
}
