package org.zhengtong.ground.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A drawing in one colour on a square, as SVG for pages and as PNG for documents. */
public record Drawing(Shape shape, double size, Color colour, boolean opaque) {

    /** For the {@code src} of an image. */
    public String address() {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
    }

    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %1$s">%2$s<path fill="#%3$06x" d="%4$s"/></svg>
                """.formatted(
                        number(size),
                        opaque ? "<path fill=\"#fff\" d=\"M0 0h%1$sv%1$sH0z\"/>".formatted(number(size)) : "",
                        colour.getRGB() & 0xFFFFFF,
                        path());
    }

    public byte[] png(int pixels) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                opaque ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
        if (opaque) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, pixels, pixels);
        }
        graphics.scale(pixels / size, pixels / size);
        graphics.setColor(colour);
        graphics.fill(shape);
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator step = shape.getPathIterator(null); !step.isDone(); step.next()) {
            int kind = step.currentSegment(points);
            path.append("MLQCZ".charAt(kind));
            for (int i = 0; i < COORDINATES[kind]; i++) {
                path.append(i == 0 ? "" : " ").append(number(points[i]));
            }
        }
        return path.toString();
    }

    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
