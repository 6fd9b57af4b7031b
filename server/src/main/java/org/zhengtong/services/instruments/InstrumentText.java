package org.zhengtong.services.instruments;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document says below its number: a title and blocks, each printed as it stands. */
public record InstrumentText(String title, List<Block> blocks) {
    public InstrumentText {
        blocks = List.copyOf(blocks);
    }

    /** A part of the text. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Points.class, name = "points")
    })
    public sealed interface Block {}

    public record Heading(String words) implements Block {}

    public record Paragraph(String words) implements Block {}

    /** Numbered from 1. */
    public record Points(List<String> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** All of it as plain text, a block or a point on each line. */
    public String plain() {
        return Stream.concat(Stream.of(title), blocks.stream().flatMap(InstrumentText::lines))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Block block) {
        return switch (block) {
            case Heading(String words) -> Stream.of(words);
            case Paragraph(String words) -> Stream.of(words);
            case Points(List<String> points) -> points.stream();
        };
    }
}
