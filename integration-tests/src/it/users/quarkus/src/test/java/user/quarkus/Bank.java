package user.quarkus;

import dev.sandbank.Sandbank;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lives as long as the application that is told of it. */
public class Bank implements QuarkusTestResourceLifecycleManager {

    private final Sandbank bank = Sandbank.start("apiture");

    @Override
    public Map<String, String> start() {
        return bank.properties("bank.", "ada-batch");
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(bank, new TestInjector.MatchesType(Sandbank.class));
    }

    @Override
    public void stop() {
        bank.close();
    }
}
