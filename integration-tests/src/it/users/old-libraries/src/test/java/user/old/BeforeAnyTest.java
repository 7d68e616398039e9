package user.old;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Looks at the process before the first test, and with it the first sandbox, is there; JUnit finds it as a service. */
public final class BeforeAnyTest implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Surroundings.BEFORE.settings();
    }
}
