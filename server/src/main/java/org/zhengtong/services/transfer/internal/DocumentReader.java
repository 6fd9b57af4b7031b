package org.zhengtong.services.transfer.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries from JSON, one after the other: an array of them, or one a line. */
final class DocumentReader {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // the next entry follows
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final RowSink sink;

    DocumentReader(RowSink sink) {
        this.sink = sink;
    }

    void read(Path file) throws BadFile, IOException {
        Charset charset = charset(file);
        if (charset.equals(GB18030)) {
            sink.findings().passedOver("", "", "gb18030");
        }
        try (Reader reader = reader(file, charset);
                JsonParser parser = JSON.createParser(reader)) {
            documents(parser);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new BadFile("json", at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr());
        } catch (CharacterCodingException e) {
            throw new BadFile("encoding");
        }
    }

    private void documents(JsonParser parser) throws BadFile {
        int index = 0;
        JsonToken first = parser.nextToken();
        boolean array = first == JsonToken.START_ARRAY;
        JsonToken next = array ? parser.nextToken() : first;
        while (next != null && next != JsonToken.END_ARRAY) {
            if (next != JsonToken.START_OBJECT) {
                throw new BadFile("json-entries", parser.currentTokenLocation().getLineNr());
            }
            JsonNode document = JSON.readTree(parser);
            sink.document(index++, document.path("code").asString(""), document.toString());
            sink.look();
            next = parser.nextToken();
        }
        if (array && (next == null || parser.nextToken() != null)) {
            throw new BadFile("json", parser.currentLocation().getLineNr(), 1);
        }
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (charset.equals(StandardCharsets.UTF_8)) {
            in.mark(3);
            byte[] mark = in.readNBytes(3);
            boolean marked =
                    mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf;
            if (!marked) {
                in.reset();
            }
        }
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(Path file) throws IOException, BadFile {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        boolean wide = start.length >= 2
                && (start[0] == 0
                        || start[1] == 0
                        || (start[0] == (byte) 0xff && start[1] == (byte) 0xfe)
                        || (start[0] == (byte) 0xfe && start[1] == (byte) 0xff));
        if (wide) {
            throw new BadFile("utf-16");
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, GB18030)) {
            return GB18030;
        }
        throw new BadFile("encoding");
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        try (Reader reader = reader(file, charset)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
