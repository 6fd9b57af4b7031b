package org.zhengtong.ground.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.zhengtong.Zhengtong;
import org.zhengtong.testing.TestDatabase;

@ExtendWith(OutputCaptureExtension.class)
class CannotStartTest {

    @Test
    void the_administrator_reads_what_is_the_matter_and_what_to_do_but_no_trace_of_calls(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Zhengtong.class)
                .run(
                        "--server.port=0",
                        "--zhengtong.database.data-directory=" + TestDatabase.temporaryFolder(),
                        "--zhengtong.database.url=postgres://zt:secret@localhost:1/city"));

        assertThat(output.getAll())
                .contains("//localhost:1/city does not answer", "See that it runs and that host and port")
                .doesNotContain("\tat org.", "secret", "Exception");
    }
}
