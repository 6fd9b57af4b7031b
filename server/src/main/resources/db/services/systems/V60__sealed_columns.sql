comment on column systems.system.secret is 'sealed as systems.system.secret:{id}';
comment on column systems.evaluation.words is 'sealed as systems.evaluation.words:{id}';
