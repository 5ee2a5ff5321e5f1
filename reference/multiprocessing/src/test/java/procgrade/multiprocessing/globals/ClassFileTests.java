package procgrade.multiprocessing.globals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassFileTests {
    static class Sample {
        static final int NUMBER = 5;
        static final String TEXT = "x";
        static final long BIG = 1L << 40;
        static final double REAL = 2.5;
        static final Integer BOXED = 6;
        static final List<File> FILES = new ArrayList<>();
        static int variable = 7;
        final int instance = 8;

        Object[] use(InputStream in) throws IOException {
            return new Thread[in.read()];
        }
    }

    interface Empty {}

    @Test
    void tells_which_fields_are_constants_at_compile_time() {
        assertThat(ClassFile.of(Sample.class).constants())
                .containsExactlyInAnyOrder("NUMBER", "TEXT", "BIG", "REAL", "instance");
        assertThat(ClassFile.of(Empty.class).constants()).isEmpty();
    }

    @Test
    void names_the_classes_it_mentions_but_no_arrays() {
        assertThat(ClassFile.of(Sample.class).mentionedClasses())
                .contains(Sample.class.getName(), "java.util.ArrayList", "java.io.InputStream", "java.lang.Thread")
                .noneMatch(name -> name.startsWith("["));
    }

    @Test
    void holds_the_code_of_the_initializer_if_there_is_one() {
        assertThat(ClassFile.of(Sample.class).initializer()).isNotEmpty();
        assertThat(ClassFile.of(Empty.class).initializer()).isEmpty();
    }

    @Test
    void is_read_for_every_class_of_these_tests() throws IOException {
        Package here = ClassFileTests.class.getPackage();
        String folder = here.getName().replace('.', '/');
        String[] names = new File(ClassFileTests.class.getResource("/" + folder).getPath())
                .list((parent, name) -> name.endsWith(".class"));
        assertThat(names).isNotEmpty();
        for (String name : names) {
            try (InputStream in = ClassFileTests.class.getResourceAsStream("/" + folder + "/" + name)) {
                ClassFile file = ClassFile.parse(in.readAllBytes());
                assertThat(file.mentionedClasses())
                        .contains(here.getName() + "." + name.substring(0, name.length() - ".class".length()));
            }
        }
    }

    @Test
    void of_the_virtual_machine_itself_is_not_read() {
        assertThat(ClassFile.of(String.class)).isNull();
        assertThat(ClassFile.of(int.class)).isNull();
    }

    @Test
    void that_is_damaged_is_no_class_file() throws IOException {
        byte[] bytes;
        try (InputStream in = Sample.class.getResourceAsStream("ClassFileTests$Sample.class")) {
            bytes = in.readAllBytes();
        }
        assertThatIOException().isThrownBy(() -> ClassFile.parse(Arrays.copyOf(bytes, bytes.length / 3)));
        bytes[10] = 99;
        assertThatIOException().isThrownBy(() -> ClassFile.parse(bytes)).withMessage("unknown constant 99");
    }
}
