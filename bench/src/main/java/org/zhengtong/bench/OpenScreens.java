package org.zhengtong.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many open event streams of one hall, read by one thread; each counts the calls it is told of. */
final class OpenScreens implements AutoCloseable {
    private static final byte[] CALL = "event:call".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOARD = "event:board".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final Thread reader = new Thread(this::read, "screens");
    private final CountDownLatch ready;
    private volatile CountDownLatch called = new CountDownLatch(0);
    private volatile long lastAt;
    private volatile boolean open = true;

    OpenScreens(int port, String hall, int count) throws IOException, InterruptedException {
        ready = new CountDownLatch(count);
        byte[] request = "GET /halls/%s/live HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(hall, port)
                .getBytes(StandardCharsets.US_ASCII);
        for (int one = 0; one < count; one++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Screen());
        }
        reader.start();
        if (!ready.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(ready.getCount() + " of " + count + " streams tell nothing");
        }
    }

    /** Bytes that may be the beginning of what is looked for are kept in mind from one read to the next. */
    private final class Screen {
        private int ofCall;
        private int ofBoard;
        private boolean isReady;

        void take(byte one) {
            ofCall = one == CALL[ofCall] ? ofCall + 1 : one == CALL[0] ? 1 : 0;
            if (ofCall == CALL.length) {
                ofCall = 0;
                lastAt = System.nanoTime();
                called.countDown();
            }
            ofBoard = one == BOARD[ofBoard] ? ofBoard + 1 : one == BOARD[0] ? 1 : 0;
            if (ofBoard == BOARD.length) {
                ofBoard = 0;
                if (!isReady) {
                    isReady = true;
                    ready.countDown();
                }
            }
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (open) {
                selector.select(key -> {
                    try {
                        buffer.clear();
                        if (((SocketChannel) key.channel()).read(buffer) < 0) {
                            key.cancel();
                            return;
                        }
                        buffer.flip();
                        Screen screen = (Screen) key.attachment();
                        while (buffer.hasRemaining()) {
                            screen.take(buffer.get());
                        }
                    } catch (IOException gone) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException closed) {
            open = false;
        }
    }

    /** What a call takes, from the clerk's key to the last screen, in seconds. */
    double call(Call call, int screens) throws IOException, InterruptedException {
        called = new CountDownLatch(screens);
        long start = System.nanoTime();
        call.make();
        if (!called.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(called.getCount() + " screens were not told of a call");
        }
        return (lastAt - start) / 1e9;
    }

    interface Call {
        void make() throws IOException;
    }

    @Override
    public void close() throws IOException {
        open = false;
        selector.wakeup();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
