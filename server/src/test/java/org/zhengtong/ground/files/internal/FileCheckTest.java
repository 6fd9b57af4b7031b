package org.zhengtong.ground.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;
import org.zhengtong.ground.files.FileRules;

/** What people hand in, by mistake or on purpose. */
class FileCheckTest {
    private static final FileRules ARCHIVES = new FileRules(20 << 20, Set.of("application/zip"));
    private static final int HEADER_WIDTH = 16;
    private static final int HEADER_CHECKSUM = 29;

    private final FileCheck check = new FileCheck();

    @ParameterizedTest
    @CsvSource({"png,照片.png,image/png", "png,照片.PNG,image/png", "png,照片,image/png", "jpg,照片.jpeg,image/jpeg"})
    void a_photograph_is_taken_for_what_its_bytes_are(String format, String name, String type) throws Exception {
        assertThat(check.typeOf(picture(format), FileName.clean(name, ""), FileRules.MATERIAL))
                .isEqualTo(type);
    }

    @Test
    void nothing_is_not_a_file() {
        assertRefused(new byte[0], "空.pdf", FileRules.MATERIAL, Reason.EMPTY);
    }

    @Test
    void what_is_larger_than_allowed_is_refused() {
        assertRefused(new byte[1001], "大.pdf", new FileRules(1000, Set.of("application/pdf")), Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"材料.pdf", "材料.png", "材料.jpg"})
    void a_program_renamed_to_a_document_is_not_what_its_name_says(String name) {
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, 600);

        assertRefused(program, name, FileRules.MATERIAL, Reason.NOT_WHAT_ITS_NAME_SAYS);
    }

    @Test
    void a_program_under_its_own_name_is_no_material() {
        assertRefused(
                "#!/bin/sh\necho hello\n".getBytes(StandardCharsets.US_ASCII),
                "hello.sh",
                FileRules.MATERIAL,
                Reason.TYPE_NOT_ALLOWED);
    }

    @Test
    void a_picture_under_the_name_of_a_document_is_not_what_its_name_says() throws Exception {
        assertRefused(picture("png"), "材料.pdf", FileRules.MATERIAL, Reason.NOT_WHAT_ITS_NAME_SAYS);
    }

    @Test
    void a_picture_that_is_an_archive_as_well_is_refused() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(picture("png"));
        both.writeBytes(archive("a.txt", new byte[10]));

        assertThatThrownBy(() -> check.typeOf(both.toByteArray(), FileName.clean("照片.png", ""), FileRules.MATERIAL))
                .isInstanceOf(FileRefused.class);
    }

    @Test
    void a_small_picture_that_says_it_is_fifty_thousand_points_wide_is_never_drawn() throws Exception {
        ByteBuffer png = ByteBuffer.wrap(picture("png"));
        png.putInt(HEADER_WIDTH, 50_000).putInt(HEADER_WIDTH + 4, 50_000);
        CRC32 checksum = new CRC32();
        checksum.update(png.array(), HEADER_WIDTH - 4, HEADER_CHECKSUM - HEADER_WIDTH + 4);
        png.putInt(HEADER_CHECKSUM, (int) checksum.getValue());

        assertRefused(png.array(), "照片.png", FileRules.MATERIAL, Reason.ARCHIVE_BOMB);
    }

    @ParameterizedTest
    @CsvSource({"png,照片.png", "jpg,照片.jpg"})
    void a_picture_cut_off_in_the_middle_is_broken(String format, String name) throws Exception {
        byte[] whole = picture(format);

        assertRefused(Arrays.copyOf(whole, whole.length / 2), name, FileRules.MATERIAL, Reason.BROKEN);
    }

    @Test
    void an_archive_small_to_carry_and_huge_when_unpacked_is_refused() throws Exception {
        byte[] bomb = archive("zeros.bin", new byte[(200 << 20) + 1]);

        assertThat(bomb.length).isLessThan(1 << 20);
        assertRefused(bomb, "材料.zip", ARCHIVES, Reason.ARCHIVE_BOMB);
    }

    @Test
    void an_archive_in_an_archive_is_refused() throws Exception {
        assertRefused(archive("inner.zip", archive("a.txt", new byte[1])), "材料.zip", ARCHIVES, Reason.ARCHIVE_BOMB);
    }

    @Test
    void an_archive_of_more_than_a_thousand_files_is_refused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i : IntStream.rangeClosed(0, 1000).toArray()) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.closeEntry();
            }
        }

        assertRefused(bytes.toByteArray(), "材料.zip", ARCHIVES, Reason.ARCHIVE_BOMB);
    }

    @Test
    void an_honest_archive_is_taken_where_archives_are_asked_for() throws Exception {
        assertThat(check.typeOf(archive("图纸.txt", new byte[2000]), FileName.clean("材料.zip", ""), ARCHIVES))
                .isEqualTo("application/zip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd.pdf|passwd.pdf",
                "C:\\文件\\身份证.jpg|身份证.jpg",
                "合同\u202Efdp.exe|合同fdp.exe",
                "a\u0000b\u0007.png|ab.png",
                "..|file.pdf"
            })
    void a_name_is_kept_without_paths_and_without_what_is_not_seen(String given, String kept) {
        assertThat(FileName.clean(given, "pdf").value()).isEqualTo(kept);
    }

    @Test
    void a_name_too_long_is_shortened_and_keeps_its_ending() {
        assertThat(FileName.clean("长".repeat(500) + ".pdf", "pdf").value())
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("长.pdf");
    }

    private void assertRefused(byte[] content, String name, FileRules rules, Reason reason) {
        assertThatThrownBy(() -> check.typeOf(content, FileName.clean(name, ""), rules))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] archive(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
