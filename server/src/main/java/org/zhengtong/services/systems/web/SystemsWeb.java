package org.zhengtong.services.systems.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhengtong.ground.web.Problem;

/** Gives controllers their {@link OpenCall}, and says in the description of the API how calls are signed. */
@Configuration(proxyBeanMethods = false)
class SystemsWeb implements WebMvcConfigurer {
    private static final String SIGNATURE = "signature";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OpenCallArgument());
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(OpenCall.class);
    }

    @Bean
    OpenApiCustomizer signedCalls() {
        return description -> {
            Components components = description.getComponents();
            components.addSecuritySchemes(
                    SIGNATURE,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.APIKEY)
                            .in(SecurityScheme.In.HEADER)
                            .name("Zhengtong-Signature")
                            .description("""
                                    sha256= and the HMAC-SHA-256, with the system's secret, of timestamp, nonce, method \
                                    with target, and the SHA-256 of the body, joined by full stops. The headers \
                                    Zhengtong-System, Zhengtong-Timestamp and Zhengtong-Nonce say the first three. See \
                                    docs/department-systems.md."""));
            description.getPaths().forEach((path, calls) -> {
                if (path.startsWith(CallTarget.ROOT)) {
                    signed(calls);
                }
            });
        };
    }

    private static void signed(PathItem calls) {
        calls.readOperations().forEach(call -> call.setSecurity(List.of(new SecurityRequirement().addList(SIGNATURE))));
    }

    private static final class OpenCallArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == OpenCall.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (request.getAttribute(OpenCall.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof OpenCall call) {
                return call;
            }
            throw new Problem(401, "systems.signature");
        }
    }
}
