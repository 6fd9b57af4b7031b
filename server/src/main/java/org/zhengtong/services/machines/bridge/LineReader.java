package org.zhengtong.services.machines.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Cards as the program of a maker of readers writes them: one a line, {@code number<TAB>name}. It is started before a pipe to
 * the bridge, so that the bridge loads no foreign code.
 */
final class LineReader extends HandedCards {
    LineReader(BufferedReader lines) {
        super("lines");
        Thread.ofVirtual().name("cards").start(() -> read(lines));
    }

    private void read(BufferedReader lines) {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.strip().split("\t", 2);
                if (parts.length == 2 && parts[0].matches("[0-9]{17}[0-9X]")) {
                    lay(new Card(parts[1].strip(), parts[0]));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
