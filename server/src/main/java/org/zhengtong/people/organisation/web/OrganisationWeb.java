package org.zhengtong.people.organisation.web;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;

@Configuration(proxyBeanMethods = false)
class OrganisationWeb implements WebMvcConfigurer {
    private final Sessions sessions;
    private final Organisation organisation;

    OrganisationWeb(Sessions sessions, Organisation organisation) {
        this.sessions = sessions;
        this.organisation = organisation;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new StaffArgument(sessions, organisation));
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(StaffMember.class);
    }
}
