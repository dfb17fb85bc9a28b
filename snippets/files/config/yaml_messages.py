import yaml

for text in (
    "title: Tea: green",
    'title: "Tea: green"',
    "server:\n\tport: 8000",
    "server:\n  port: 8000",
    "user: @ada",
    'user: "@ada"',
):
    try:
        print(yaml.safe_load(text))
    except yaml.YAMLError as error:
        print(error)
