package dev.sandbank.junit.internal.lifecycle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Attaches files to a test's report, by a method that {@link ExtensionContext} has from JUnit Jupiter 5.12 on. */
final class FileAttachment {

    private static final System.Logger LOG = System.getLogger("dev.sandbank.junit");

    private FileAttachment() {}

    /** Attaches a copy of a zip; does nothing with an older JUnit, or if the run has no folder for attachments. */
    static void publish(ExtensionContext test, Path zip) {
        Optional<Method> method = Arrays.stream(ExtensionContext.class.getMethods())
                .filter(each -> each.getName().equals("publishFile") && each.getParameterCount() == 3)
                .findFirst();
        if (method.isEmpty()) {
            return;
        }
        ThrowingConsumer<Path> copy = path -> Files.copy(zip, path, StandardCopyOption.REPLACE_EXISTING);
        try {
            Object type = method.get()
                    .getParameterTypes()[1]
                    .getMethod("parse", String.class)
                    .invoke(null, "application/zip");
            method.get().invoke(test, zip.getFileName().toString(), type, copy);
        } catch (ReflectiveOperationException | IllegalArgumentException failed) {
            Throwable why = failed instanceof InvocationTargetException thrown ? thrown.getCause() : failed;
            LOG.log(System.Logger.Level.DEBUG, "cannot attach " + zip + " to the report of the test", why);
        }
    }
}
