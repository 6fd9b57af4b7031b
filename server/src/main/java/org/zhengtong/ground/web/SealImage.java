package org.zhengtong.ground.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.springframework.stereotype.Component;

/** Draws the round seal of a body: ring, star, the body's name on the arc and the kind of seal below. */
@Component
public class SealImage {
    public static final int SIZE = 240;

    private static final double CENTRE = SIZE / 2.0;
    private static final double NAME_RADIUS = 88;
    private static final double WIDEST_ARC = Math.toRadians(266);
    private static final double STEP = Math.toRadians(24);
    private static final double KIND_WIDTH = 118;

    private final Outlines outlines = new Outlines();

    /** In the red of seals. */
    public static Drawing drawing(Shape seal) {
        return new Drawing(seal, SIZE, new Color(0xC4, 0x1E, 0x16), false);
    }

    /** @param kind such as 电子证照专用章 */
    public Shape of(String body, String kind) {
        Path2D seal = new Path2D.Double(Path2D.WIND_NON_ZERO);
        seal.append(ring(), false);
        seal.append(star(), false);
        name(seal, body.codePoints().toArray());
        kind(seal, kind.codePoints().toArray());
        return seal;
    }

    private static Shape ring() {
        double radius = CENTRE - 5;
        return new Area(new BasicStroke(6)
                .createStrokedShape(new Ellipse2D.Double(CENTRE - radius, CENTRE - radius, radius * 2, radius * 2)));
    }

    private static Shape star() {
        Path2D star = new Path2D.Double();
        for (int corner = 0; corner < 10; corner++) {
            double radius = corner % 2 == 0 ? 34 : 34 * 0.382;
            double angle = Math.PI * corner / 5 - Math.PI / 2;
            double x = CENTRE + radius * Math.cos(angle);
            double y = CENTRE + radius * Math.sin(angle);
            if (corner == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    private void name(Path2D seal, int[] characters) {
        double step = Math.min(STEP, WIDEST_ARC / Math.max(1, characters.length - 1));
        double width = Math.min(30, NAME_RADIUS * step * 0.96);
        double first = -step * (characters.length - 1) / 2;
        for (int i = 0; i < characters.length; i++) {
            AffineTransform place = new AffineTransform();
            place.translate(CENTRE, CENTRE);
            place.rotate(first + step * i);
            place.translate(0, -NAME_RADIUS);
            place.scale(width, 33);
            seal.append(outlines.of(characters[i]).createTransformedShape(place), false);
        }
    }

    private void kind(Path2D seal, int[] characters) {
        double step = Math.min(19, KIND_WIDTH / Math.max(1, characters.length));
        double first = CENTRE - step * (characters.length - 1) / 2;
        for (int i = 0; i < characters.length; i++) {
            AffineTransform place = AffineTransform.getTranslateInstance(first + step * i, CENTRE + 62);
            place.scale(step, 20);
            seal.append(outlines.of(characters[i]).createTransformedShape(place), false);
        }
    }
}
