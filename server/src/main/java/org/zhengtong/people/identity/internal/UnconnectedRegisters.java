package org.zhengtong.people.identity.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Profile;
import org.zhengtong.people.identity.Confirmation;
import org.zhengtong.people.identity.FirmRegister;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.RealNameProvider;
import org.zhengtong.people.identity.Uscc;

/**
 * As long as no register is connected, the demo confirms whatever keeps the numbers' own rules, and a real city
 * confirms nothing.
 */
@Configuration(proxyBeanMethods = false)
class UnconnectedRegisters {

    @Bean
    @Fallback
    @Profile({"demo", "test"})
    RealNameProvider demoNames() {
        return new Names(Confirmation.CONFIRMED);
    }

    @Bean
    @Fallback
    @Profile("!demo & !test")
    RealNameProvider noNames() {
        return new Names(Confirmation.UNREACHABLE);
    }

    @Bean
    @Fallback
    @Profile({"demo", "test"})
    FirmRegister demoFirms() {
        return new FirmNames(Confirmation.CONFIRMED);
    }

    @Bean
    @Fallback
    @Profile("!demo & !test")
    FirmRegister noFirms() {
        return new FirmNames(Confirmation.UNREACHABLE);
    }

    private record Names(Confirmation always) implements RealNameProvider {
        @Override
        public Confirmation confirm(String name, IdentityNumber number) {
            return always;
        }

        @Override
        public boolean isDemonstration() {
            return always == Confirmation.CONFIRMED;
        }
    }

    private record FirmNames(Confirmation always) implements FirmRegister {
        @Override
        public Confirmation confirm(Uscc uscc, String name, String legalRepresentative) {
            return always;
        }

        @Override
        public Confirmation confirmRepresentative(Uscc uscc, String name, IdentityNumber number) {
            return always;
        }

        @Override
        public boolean isDemonstration() {
            return always == Confirmation.CONFIRMED;
        }
    }
}
