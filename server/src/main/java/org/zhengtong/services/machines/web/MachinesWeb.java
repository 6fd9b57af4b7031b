package org.zhengtong.services.machines.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Before who is asked to sign in. */
@Configuration(proxyBeanMethods = false)
class MachinesWeb implements WebMvcConfigurer {
    private final MachineGate gate;

    MachinesWeb(MachineGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).order(Ordered.HIGHEST_PRECEDENCE);
    }
}
