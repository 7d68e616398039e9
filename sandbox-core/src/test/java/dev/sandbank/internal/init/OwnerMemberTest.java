package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerMemberTest {

    @Test
    void namesAUser() {
        assertThat(OwnerMember.of(Yaml.of("{id: a, customer_id: c}"), "id")).hasValue("customer_id");
    }

    @Test
    void isNoObjectAndNotTheId() {
        assertThat(OwnerMember.of(Yaml.of("{userId: a, owner: {name: Ada}, balance: '1'}"), "userId"))
                .isEmpty();
    }
}
