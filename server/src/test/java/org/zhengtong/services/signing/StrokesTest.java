package org.zhengtong.services.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser sends is read strictly, and the picture is drawn here. */
class StrokesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "[]",
                "[[]]",
                "[[[1,1]]]",
                "[[[1,1,0,0]]]",
                "[[[\"1\",1,0]]]",
                "[[[1.5,1,0]]]",
                "[[[-1,1,0]]]",
                "[[[1201,1,0]]]",
                "[[[1,401,0]]]",
                "[[[1,1,99999999999]]]",
                "[[1,1,0]]",
                "<svg/>",
                "[[[200,100,0],[320,90,40]"
            })
    void what_is_no_writing_is_not_read(String text) {
        assertThat(Strokes.read(text)).isEmpty();
    }

    @Test
    void neither_a_dot_nor_a_line_nor_a_tick_is_a_name() {
        assertThat(Strokes.read("[[[600,200,0]]]")).isEmpty();
        assertThat(Strokes.read(line(20, at -> 100 + 40 * at, _ -> 200))).isEmpty();
        assertThat(Strokes.read(line(20, at -> 100 + at, at -> 200 + at))).isEmpty();
    }

    @Test
    void a_pen_does_not_go_back_in_time_and_does_not_write_without_end() {
        assertThat(Strokes.read(Handwriting.NAME.replace("[500,90,400]", "[500,90,100]")))
                .isEmpty();
        assertThat(Strokes.read(line(8_001, at -> at % 1200, at -> at % 400))).isEmpty();
        assertThat(Strokes.read("[" + "[[1,1,0]],".repeat(200) + Handwriting.NAME.substring(1)))
                .isEmpty();
        assertThat(Strokes.read(" ".repeat(200_001) + Handwriting.NAME)).isEmpty();
    }

    @Test
    void a_name_is_drawn_where_it_was_written_and_kept_as_it_is() throws IOException {
        Strokes name = Strokes.read(Handwriting.NAME).orElseThrow();

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(name.png()));

        assertThat(Strokes.read(name.json())).contains(name);
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(400);
        assertThat(picture.getRGB(200, 100) & 0xFF).as("ink").isLessThan(100);
        assertThat(picture.getRGB(1000, 350) & 0xFF).as("paper").isEqualTo(0xFF);
    }

    private static String line(int points, IntUnaryOperator x, IntUnaryOperator y) {
        return IntStream.range(0, points)
                .mapToObj(at -> "[%d,%d,%d]".formatted(x.applyAsInt(at), y.applyAsInt(at), at))
                .collect(Collectors.joining(",", "[[", "]]"));
    }
}
