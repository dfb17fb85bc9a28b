import settings

print(settings.load("app.toml"))
