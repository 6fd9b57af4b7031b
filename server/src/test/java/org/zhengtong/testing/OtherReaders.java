package org.zhengtong.testing;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The verification of ofdrw-sign with the Bouncy Castle it was built for, apart from the program's classes: what others
 * see when they open a sealed document.
 */
public final class OtherReaders {
    private static final Path THEIR_BOUNCY_CASTLE = Path.of("target", "readers-of-seals");

    private OtherReaders() {}

    /** @throws Exception what is wrong with the document or its seal */
    public static void verify(byte[] ofd) throws Exception {
        Path file = Files.createTempFile("sealed-", ".ofd");
        ClassLoader ours = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader theirs = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(theirs);
            Files.write(file, ofd);
            Class<?> readerType = theirs.loadClass("org.ofdrw.reader.OFDReader");
            Class<?> container = theirs.loadClass("org.ofdrw.sign.verify.SignedDataValidateContainer");
            Object ses = theirs.loadClass("org.ofdrw.sign.verify.container.SESV4ValidateContainer")
                    .getConstructor()
                    .newInstance();
            try (AutoCloseable reader = (AutoCloseable)
                            readerType.getConstructor(Path.class).newInstance(file);
                    AutoCloseable validator = (AutoCloseable) theirs.loadClass("org.ofdrw.sign.verify.OFDValidator")
                            .getConstructor(readerType)
                            .newInstance(reader)) {
                validator.getClass().getMethod("setValidator", container).invoke(validator, ses);
                validator.getClass().getMethod("exeValidate").invoke(validator);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception why ? why : e;
        } finally {
            Thread.currentThread().setContextClassLoader(ours);
            Files.deleteIfExists(file);
        }
    }

    private static URL[] jars() throws IOException {
        Stream<Path> ours = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(path -> !path.getFileName().toString().startsWith("bc"));
        try (Stream<Path> theirs = Files.list(THEIR_BOUNCY_CASTLE)) {
            return Stream.concat(theirs, ours).map(OtherReaders::url).toArray(URL[]::new);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
