package org.zhengtong.testing;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a telephone reads of the QR code in a picture: it looks from several distances until it sees it. */
public final class ScannedCode {
    private static final List<Double> DISTANCES = List.of(1.0, 0.75, 0.6, 0.5, 1.25);
    private static final List<Function<LuminanceSource, Binarizer>> EYES =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private ScannedCode() {}

    public static String in(BufferedImage picture) {
        return DISTANCES.stream()
                .flatMap(distance -> EYES.stream().map(eyes -> read(seen(picture, distance), eyes)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code can be read"));
    }

    private static BufferedImage seen(BufferedImage picture, double distance) {
        BufferedImage seen = new BufferedImage(
                (int) (picture.getWidth() * distance),
                (int) (picture.getHeight() * distance),
                BufferedImage.TYPE_INT_RGB);
        RenderingHints hints =
                new RenderingHints(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        seen.createGraphics()
                .drawImage(
                        picture,
                        new AffineTransformOp(AffineTransform.getScaleInstance(distance, distance), hints),
                        0,
                        0);
        return seen;
    }

    private static Optional<String> read(BufferedImage picture, Function<LuminanceSource, Binarizer> eyes) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        LuminanceSource light = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(eyes.apply(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException notSeen) {
            return Optional.empty();
        }
    }
}
