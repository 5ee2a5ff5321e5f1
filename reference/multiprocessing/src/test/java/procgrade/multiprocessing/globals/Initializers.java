package procgrade.multiprocessing.globals;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Scanner;
import java.util.ServiceLoader;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.jar.Manifest;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import java.util.zip.CRC32;
import procgrade.multiprocessing.Array;
import procgrade.multiprocessing.Barrier;
import procgrade.multiprocessing.BoundedSemaphore;
import procgrade.multiprocessing.Condition;
import procgrade.multiprocessing.Connection;
import procgrade.multiprocessing.Event;
import procgrade.multiprocessing.JoinableQueue;
import procgrade.multiprocessing.Lock;
import procgrade.multiprocessing.Pipe;
import procgrade.multiprocessing.Pool;
import procgrade.multiprocessing.Process;
import procgrade.multiprocessing.Queue;
import procgrade.multiprocessing.RLock;
import procgrade.multiprocessing.Semaphore;
import procgrade.multiprocessing.SimpleQueue;
import procgrade.multiprocessing.Value;

/** Classes with static initializers that tests read in their class files; none of them ever runs. */
@SuppressWarnings({"unused", "resource", "JavaLangClash"})
final class Initializers {
    private Initializers() {}

    /** Those that make values and shared objects. */
    static final class Making {
        static final class Constants {
            static int a = 1;
            static double b = 2.5 * a;
            static Object[] c = {1, 2L, 3.0, 'x', true, (byte) 1, new int[2][3]};
            static StringBuilder d = new StringBuilder("d").append(1);
            static BigInteger e = BigInteger.valueOf(7).pow(2);
        }

        static final class Collected {
            static List<String> a = new ArrayList<>(List.of("a", "b"));
            static Deque<Integer> b = new ArrayDeque<>();
            static BitSet c = new BitSet(8);
            static Optional<String> d = Optional.empty();
            static Random e = new Random(1);
            static UUID f = UUID.randomUUID();
            static int g = Objects.hash(1, 2);

            static {
                a.add("c");
                b.push(a.size());
            }
        }

        static final class Concurrent {
            static Map<String, Integer> a = new ConcurrentHashMap<>();
            static List<String> b = new CopyOnWriteArrayList<>();
            static AtomicInteger c = new AtomicInteger();
            static ReentrantLock d = new ReentrantLock();
            static BlockingQueue<String> e = new ArrayBlockingQueue<>(2);
            static CountDownLatch f = new CountDownLatch(1);

            static {
                c.set(4);
                b.add("b");
            }
        }

        static final class SharedObjects {
            static Queue<Integer> a = new Queue<>(3);
            static JoinableQueue<Integer> b = new JoinableQueue<>();
            static SimpleQueue<Integer> c = new SimpleQueue<>();
            static Lock d = new Lock();
            static RLock e = new RLock();
            static Condition f = new Condition();
            static Semaphore g = new Semaphore(2);
            static BoundedSemaphore h = new BoundedSemaphore(2);
            static Event i = new Event();
            static Barrier j = new Barrier(2);
            static Value<Integer> k = Value.ofInt(0);
            static Array<Double> l = Array.ofDouble(3);
            static Pipe m = Pipe.create();
            static Connection n = m.first();
            static Connection o = m.second();
        }
    }

    /** Those that use shared objects, wait, start threads or reach out of the process. */
    static final class Using {
        static final class QueueGet {
            static Object a = new Queue<>().get();
        }

        static final class QueuePut {
            static Queue<Integer> a = new Queue<>();

            static {
                a.put(1);
            }
        }

        static final class SimpleQueueGet {
            static Object a = new SimpleQueue<>().get();
        }

        static final class LockAcquire {
            static Lock a = new Lock();

            static {
                a.acquire();
            }
        }

        static final class ValueSet {
            static Value<Integer> a = Value.ofInt(0);

            static {
                a.set(1);
            }
        }

        static final class ArrayGet {
            static int a = Array.ofInt(1).get(0);
        }

        static final class ConnectionSend {
            static Pipe a = Pipe.create();

            static {
                a.first().send(1);
            }
        }

        static final class PipeClose {
            static Pipe a = Pipe.create();

            static {
                a.close();
            }
        }

        static final class Processes {
            static Process a = Process.currentProcess();
        }

        static final class Pools {
            static Pool a = new Pool(2);
        }

        static final class Scanning {
            static Scanner a = new Scanner("text");
        }

        static final class Timing {
            static Timer a = new Timer();
        }

        static final class Services {
            static Object a = ServiceLoader.load(Runnable.class);
        }

        static final class Logging {
            static Logger a = Logger.getLogger("a");
        }

        static final class Preferring {
            static Preferences a = Preferences.userRoot();
        }

        static final class Checksums {
            static CRC32 a = new CRC32();
        }

        static final class Manifests {
            static Manifest a = new Manifest();
        }

        static final class Executing {
            static ExecutorService a = Executors.newCachedThreadPool();
        }

        static final class Forking {
            static ForkJoinPool a = new ForkJoinPool(2);
        }

        static final class Completing {
            static Object a = new CompletableFuture<>();
        }

        static final class JavaQueueAdd {
            static BlockingQueue<String> a = new ArrayBlockingQueue<>(1);

            static {
                a.add("b");
            }
        }

        static final class JavaLocking {
            static ReentrantLock a = new ReentrantLock();

            static {
                a.lock();
            }
        }

        static final class Notifying {
            static Object a = new Object();

            static {
                a.notifyAll();
            }
        }

        static final class Localizing {
            static Locale a = Locale.getDefault();
        }

        static final class Printing {
            static int a = 1;

            static {
                System.out.println(a);
            }
        }

        static final class Properties {
            static String a = System.getProperty("user.dir");
        }
    }
}
