package org.zhengtong.services.signing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.zhengtong.ground.crypto.Sm3;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signature as it was written, stroke by stroke. The picture of it is drawn here and never taken from a browser. */
public record Strokes(List<List<Point>> strokes) {
    public static final int WIDTH = 1200;
    public static final int HEIGHT = 400;

    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_STROKES = 200;
    private static final int MOST_POINTS = 8_000;
    private static final int LONGEST_MILLIS = 600_000;

    /** A dot, a tick or a line is no name. */
    private static final int LEAST_POINTS = 8;

    private static final int LEAST_EXTENT = 40;
    private static final int LEAST_LENGTH = 200;
    private static final float PEN = 7f;

    /** @param at milliseconds since the pen touched first */
    public record Point(int x, int y, int at) {}

    public Strokes {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    /**
     * Reads what a tablet sent: {@code [[[x, y, milliseconds], …], …]}.
     *
     * @return empty when it is anything else, too much, or too little for a name
     */
    public static Optional<Strokes> read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            return strokes(JsonMapper.shared().readTree(text)).filter(Strokes::isName);
        } catch (JacksonException misshapen) {
            return Optional.empty();
        }
    }

    private static Optional<Strokes> strokes(JsonNode all) {
        if (!all.isArray() || all.size() > MOST_STROKES) {
            return Optional.empty();
        }
        List<List<Point>> strokes = new ArrayList<>();
        int points = 0;
        int last = 0;
        for (JsonNode one : all) {
            points += one.size();
            if (!one.isArray() || one.isEmpty() || points > MOST_POINTS) {
                return Optional.empty();
            }
            List<Point> stroke = new ArrayList<>();
            for (JsonNode place : one) {
                Optional<Point> point = point(place, last);
                if (point.isEmpty()) {
                    return Optional.empty();
                }
                last = point.get().at();
                stroke.add(point.get());
            }
            strokes.add(stroke);
        }
        return Optional.of(new Strokes(strokes));
    }

    private static Optional<Point> point(JsonNode place, int notBefore) {
        if (!place.isArray()
                || place.size() != 3
                || !isWithin(place.get(0), 0, WIDTH)
                || !isWithin(place.get(1), 0, HEIGHT)
                || !isWithin(place.get(2), notBefore, LONGEST_MILLIS)) {
            return Optional.empty();
        }
        return Optional.of(new Point(
                place.get(0).intValue(), place.get(1).intValue(), place.get(2).intValue()));
    }

    private static boolean isWithin(JsonNode number, int least, int most) {
        return number.isInt() && number.intValue() >= least && number.intValue() <= most;
    }

    private boolean isName() {
        return points().count() >= LEAST_POINTS
                && extent(Point::x) >= LEAST_EXTENT
                && extent(Point::y) >= LEAST_EXTENT
                && length() >= LEAST_LENGTH;
    }

    private Stream<Point> points() {
        return strokes.stream().flatMap(List::stream);
    }

    private int extent(ToIntFunction<Point> of) {
        return points().mapToInt(of).max().orElse(0)
                - points().mapToInt(of).min().orElse(0);
    }

    private double length() {
        double length = 0;
        for (List<Point> stroke : strokes) {
            for (int i = 1; i < stroke.size(); i++) {
                Point from = stroke.get(i - 1);
                Point to = stroke.get(i);
                length += Math.hypot((double) to.x() - from.x(), (double) to.y() - from.y());
            }
        }
        return length;
    }

    public String json() {
        return JsonMapper.shared()
                .writeValueAsString(strokes.stream()
                        .map(stroke -> stroke.stream()
                                .map(point -> new int[] {point.x(), point.y(), point.at()})
                                .toList())
                        .toList());
    }

    public byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        strokes.forEach(stroke -> graphics.draw(path(stroke)));
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rounded at the points, as a pen goes. */
    private static Path2D path(List<Point> stroke) {
        Path2D path = new Path2D.Double();
        Point first = stroke.getFirst();
        path.moveTo(first.x(), first.y());
        for (int i = 1; i < stroke.size(); i++) {
            Point from = stroke.get(i - 1);
            Point to = stroke.get(i);
            path.quadTo(from.x(), from.y(), (from.x() + to.x()) / 2.0, (from.y() + to.y()) / 2.0);
        }
        path.lineTo(stroke.getLast().x(), stroke.getLast().y());
        return path;
    }

    /** SM3 in hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(Sm3.digest(json().getBytes(StandardCharsets.UTF_8)));
    }

    /** For the {@code src} of an image. */
    public String address() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }

    /** How somebody writes stays out of logs. */
    @Override
    public String toString() {
        return "Strokes";
    }
}
