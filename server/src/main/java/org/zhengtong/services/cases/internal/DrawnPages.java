package org.zhengtong.services.cases.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CasePictures;

/** Draws pages of PDFs, never larger than a screen whatever size they say they are. */
@Component
class DrawnPages implements CasePictures {
    private static final String PDF = "application/pdf";
    private static final String PNG = "image/png";
    private static final float LONGEST_SIDE = 1400;
    private static final float MOST_ENLARGED = 2;

    private final FileStore files;

    DrawnPages(FileStore files) {
        this.files = files;
    }

    @Override
    public int pages(StoredFile file) {
        if (!file.type().equals(PDF)) {
            return 1;
        }
        try (PDDocument document = Loader.loadPDF(content(file))) {
            return document.getNumberOfPages();
        } catch (IOException broken) {
            throw new Problem(422, "cases.picture-broken", file.name());
        }
    }

    @Override
    public String type(StoredFile file) {
        return file.type().equals(PDF) ? PNG : file.type();
    }

    @Override
    public byte[] page(StoredFile file, int page) {
        if (!file.type().equals(PDF)) {
            if (page != 1) {
                throw Problem.notFound("cases.unknown");
            }
            return content(file);
        }
        try (PDDocument document = Loader.loadPDF(content(file))) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw Problem.notFound("cases.unknown");
            }
            return drawn(document, page);
        } catch (IOException broken) {
            throw new Problem(422, "cases.picture-broken", file.name());
        }
    }

    private static byte[] drawn(PDDocument document, int page) throws IOException {
        PDRectangle size = document.getPage(page - 1).getCropBox();
        float scale = Math.min(MOST_ENLARGED, LONGEST_SIDE / Math.max(1, Math.max(size.getWidth(), size.getHeight())));
        BufferedImage image = new PDFRenderer(document).renderImage(page - 1, scale, ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private byte[] content(StoredFile file) {
        try (InputStream content = files.open(file.id())) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
