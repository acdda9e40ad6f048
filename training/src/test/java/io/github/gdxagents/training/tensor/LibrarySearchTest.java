package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibrarySearchTest {
    private static final String CUDNN = "libcudnn.so.9";
    /** What surrounds the names in the loader's cache is binary. */
    private static final String CACHE = "glibc-ld.so.cache1.1\2\0\0\0\377\1\0libcudnn.so.9\0/data/cudnn/libcudnn.so.9\0"
            + "libcudnn.so.8\0/data/gone/libcudnn.so.8\0";

    @TempDir
    private Path root;

    private FakeMachine machine;

    @BeforeEach
    void make() {
        machine = new FakeMachine(root);
    }

    @Test
    void nothingIsFoundOnAnEmptyMachine() {
        LibrarySearch search = machine.search(Map.of());

        assertThat(search.libraries(CUDNN)).isEmpty();
        assertThat(search.elsewhere(CUDNN)).isEmpty();
        assertThat(search.given()).isEmpty();
    }

    @Test
    void theLoadersOrderIsKept() {
        machine.file("usr/lib/x86_64-linux-gnu/" + CUDNN, "");
        assertThat(machine.search(Map.of()).libraries(CUDNN))
                .first()
                .isEqualTo(machine.path("usr/lib/x86_64-linux-gnu/" + CUDNN));

        machine.file("etc/ld.so.cache", CACHE).file("data/cudnn/" + CUDNN, "");
        assertThat(machine.search(Map.of()).libraries(CUDNN)).first().isEqualTo(machine.path("data/cudnn/" + CUDNN));

        machine.file("mine/" + CUDNN, "");
        Map<String, String> environment = Map.of("LD_LIBRARY_PATH", "/absent::/mine:/usr/lib/x86_64-linux-gnu");
        assertThat(machine.search(environment).libraries(CUDNN)).first().isEqualTo(machine.path("mine/" + CUDNN));
    }

    @Test
    void whatTheCacheStillKnowsButIsGoneIsNotFound() {
        machine.file("etc/ld.so.cache", CACHE);
        assertThat(machine.search(Map.of()).libraries("libcudnn.so.")).isEmpty();
    }

    @Test
    void aLibraryIsNoFolderAndHasExactlyThatName() {
        machine.file("lib64/" + CUDNN + "/inside", "").file("lib64/my" + CUDNN, "");
        assertThat(machine.search(Map.of()).libraries(CUDNN)).isEmpty();
    }

    @Test
    void otherVersionsAreFoundByTheBeginningOfTheName() {
        machine.file("lib64/libcudnn.so.8", "").file("lib64/libcudnn_ops.so.8", "");
        assertThat(machine.search(Map.of()).libraries("libcudnn.so."))
                .containsExactly(machine.path("lib64/libcudnn.so.8"));
    }

    @Test
    void whereCudaIsUsuallyPutIsNotWhereTheLoaderLooks() {
        machine.cuda("usr/local/cuda-12.5/lib64");
        LibrarySearch search = machine.search(Map.of());

        assertThat(search.libraries("libcudart.so.12")).isEmpty();
        assertThat(search.elsewhere("libcudart.so.12"))
                .containsExactly(machine.path("usr/local/cuda-12.5/lib64/libcudart.so.12"));
    }
}
