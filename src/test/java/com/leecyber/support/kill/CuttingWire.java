package com.leecyber.support.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** A wire to a server on which a node is killed at a certain line, before that line gets to the other side. */
final class CuttingWire implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final Predicate<String> fromNode;
    private final Predicate<String> fromServer;
    private final Runnable kill;

    /**
     * Lays it.
     *
     * @param fromNode the line from the node that kills it, each asked once
     * @param fromServer the line from the server that does
     */
    CuttingWire(int server, Predicate<String> fromNode, Predicate<String> fromServer, Runnable kill)
            throws IOException {
        this.server = server;
        this.fromNode = fromNode;
        this.fromServer = fromServer;
        this.kill = kill;
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket node = door.accept();
                Socket real = new Socket(InetAddress.getLoopbackAddress(), server);
                daemon(() -> carry(node, real, fromNode));
                daemon(() -> carry(real, node, fromServer));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void carry(Socket from, Socket to, Predicate<String> deadly) {
        try (from;
                to) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = to.getOutputStream();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (deadly.test(line)) {
                    kill.run();
                    return;
                }
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException cut) {
            // One side is gone: so is the other.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
