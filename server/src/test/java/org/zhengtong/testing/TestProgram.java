package org.zhengtong.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.zhengtong.ground.database.DatabaseSettings;
import org.zhengtong.people.identity.PasswordCost;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.filing.Filing;

/** What a program under test is given. */
final class TestProgram implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String owner = TestDatabase.fresh();
        TestPropertyValues.of(
                        "zhengtong.database.url=" + TestDatabase.asProgram(owner),
                        "zhengtong.database.owner-url=" + owner,
                        "zhengtong.database.data-directory=" + TestDatabase.temporaryFolder(),
                        "zhengtong.outbox.automatic=false",
                        "zhengtong.audit.automatic=false",
                        "zhengtong.notices.allowed-networks=127.0.0.0/8,::1/128",
                        "zhengtong.clients.allowed-networks=127.0.0.0/8,::1/128")
                .applyTo(context);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        /** People sign in thousands of times here, and nobody guesses. */
        @Bean
        PasswordCost passwordCost() {
            return new PasswordCost(64, 1);
        }

        @Bean
        TestFactors testFactors() {
            return new TestFactors();
        }

        @Bean
        ShopFiling shopFiling(Catalogue catalogue, Filing filing, Cases cases, CaseDesk desk) {
            return new ShopFiling(catalogue, filing, cases, desk);
        }

        @Bean
        OwnersHand ownersHand(DatabaseSettings settings) {
            return new OwnersHand(settings.ownerUrl());
        }
    }
}
