package com.leecyber.support.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the numbers were measured on, and what the desk took of it. */
final class Machine {

    private static final int MEGABYTE = 1024 * 1024;

    private Machine() {}

    static String facts() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB RAM, %s %s, Java %s (%s), load before: %.2f",
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                System.getProperty("java.vendor"),
                system.getSystemLoadAverage());
    }

    /** Processor time of this JVM: the desk and the benchmark's clients, without PostgreSQL. */
    static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Heap before and after a collection, and the process' resident memory (Linux only). */
    static String memory() {
        long before = usedHeap();
        System.gc();
        return String.format(
                Locale.ROOT,
                "heap used %d MB, after a collection %d MB, resident %s",
                before / MEGABYTE,
                usedHeap() / MEGABYTE,
                resident());
    }

    private static long usedHeap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
